package dev.bulkhead.app;

import java.util.Map;

/** Choice of how JavaFX draws, made before it starts. */
final class Toolkit {

    private Toolkit() {}

    /** Lets JavaFX draw without a display where there is none. */
    static void choose(Map<String, String> environment) {
        boolean linux = System.getProperty("os.name", "").startsWith("Linux");
        if (linux && !environment.containsKey("DISPLAY") && !environment.containsKey("WAYLAND_DISPLAY")) {
            headless();
        }
    }

    /** Lets JavaFX draw into memory, also where there is a display. */
    static void headless() {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        System.setProperty("java.awt.headless", "true");
    }
}
