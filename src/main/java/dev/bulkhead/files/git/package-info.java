/** Files of a project as they were in a commit of its git repository, read without touching the work tree. */
@NullMarked
package dev.bulkhead.files.git;

import org.jspecify.annotations.NullMarked;
