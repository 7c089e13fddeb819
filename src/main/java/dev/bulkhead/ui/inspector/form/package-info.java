/** Fields of networks and services as forms: what each says, which edit another value is, and what would come of it. */
@NullMarked
package dev.bulkhead.ui.inspector.form;

import org.jspecify.annotations.NullMarked;
