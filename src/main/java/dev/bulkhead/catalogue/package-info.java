/** CatalogueAndPlaybooks of well-known container images: where they belong, what they listen on and whom they talk to. */
@NullMarked
package dev.bulkhead.catalogue;

import org.jspecify.annotations.NullMarked;
