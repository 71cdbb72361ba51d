/** An application that has nothing of Alacena but the library, and leaves its tokens to MicroProfile JWT. */
@org.jspecify.annotations.NullMarked
package dev.alacena.web.jwt;
