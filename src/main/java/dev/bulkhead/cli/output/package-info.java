/** Results of commands as text, JSON, CSV and SARIF. */
@NullMarked
package dev.bulkhead.cli.output;

import org.jspecify.annotations.NullMarked;
