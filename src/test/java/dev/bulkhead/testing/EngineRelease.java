package dev.bulkhead.testing;

import java.nio.file.Path;

/** The engines that tests run on. */
public enum EngineRelease {
    /** 20.10, which speaks API 1.41: the oldest one supported. */
    DEBIAN_12("20.10"),
    /** The one of Debian's next releases, 28.5 or newer. */
    CURRENT("current");

    private final String folder;

    EngineRelease(String folder) {
        this.folder = folder;
    }

    /** Returns the folder with its programs. */
    public Path programs() {
        return EnginePrograms.home().resolve(folder).resolve("bin");
    }
}
