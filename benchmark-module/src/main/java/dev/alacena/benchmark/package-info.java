/** {@code mvn -Pbenchmark -pl benchmark-module -am}: measures what the library costs, and says which bounds it keeps. */
@NullMarked
package dev.alacena.benchmark;

import org.jspecify.annotations.NullMarked;
