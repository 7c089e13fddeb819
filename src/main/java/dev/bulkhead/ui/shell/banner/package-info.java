/** Banners under the toolbar: a project that cannot be read, a run left in the middle, files changed on disk. */
@NullMarked
package dev.bulkhead.ui.shell.banner;

import org.jspecify.annotations.NullMarked;
