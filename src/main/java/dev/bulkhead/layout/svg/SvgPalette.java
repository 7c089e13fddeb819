package dev.bulkhead.layout.svg;

import dev.bulkhead.layout.Tint;

/** Colours of the exported picture, the light ones of the window. */
final class SvgPalette {

    static final String PAPER = "#ffffff";
    static final String CARD = "#ffffff";
    static final String LINE = "#d5dae1";
    static final String TEXT = "#1f2328";
    static final String MUTED = "#68707b";
    static final String EXPOSED = "#b35900";

    private SvgPalette() {}

    static String of(Tint tint) {
        return switch (tint) {
            case DMZ -> "#d9480f";
            case FRONTEND -> "#1c6fd0";
            case BACKEND -> "#2b8a3e";
            case DATA -> "#0b7285";
            case DOWNLOAD -> "#6741d9";
            case MGMT -> "#59636e";
            case SECURITY -> "#c2255c";
            case OTHER_1 -> "#3b5bdb";
            case OTHER_2 -> "#087f5b";
            case OTHER_3 -> "#9c36b5";
            case OTHER_4 -> "#7a5c1e";
            case OTHER_5 -> "#a61e4d";
            case OTHER_6 -> "#2f6f73";
            case OUTSIDE -> "#68707b";
            case LEGACY -> "#a87400";
        };
    }
}
