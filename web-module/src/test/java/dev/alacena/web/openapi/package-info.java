/** Holds the document to the classes, and the answers to the document. */
@NullMarked
package dev.alacena.web.openapi;

import org.jspecify.annotations.NullMarked;
