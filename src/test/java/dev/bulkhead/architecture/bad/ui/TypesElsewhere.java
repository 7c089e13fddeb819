package dev.bulkhead.architecture.bad.ui;

import org.fxmisc.richtext.CodeArea;

/** A view that knows the library of text areas. */
public final class TypesElsewhere {
    public final CodeArea area = new CodeArea();
}
