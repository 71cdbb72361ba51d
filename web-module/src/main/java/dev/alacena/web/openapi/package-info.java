/** Describes the REST API to machines: the OpenAPI document at {@code /openapi}. */
@NullMarked
package dev.alacena.web.openapi;

import org.jspecify.annotations.NullMarked;
