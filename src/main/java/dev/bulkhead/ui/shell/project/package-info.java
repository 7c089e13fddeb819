/** Opening, saving and reading anew of a project, and its files as other programs change them. */
@NullMarked
package dev.bulkhead.ui.shell.project;

import org.jspecify.annotations.NullMarked;
