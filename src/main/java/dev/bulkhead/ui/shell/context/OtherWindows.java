package dev.bulkhead.ui.shell.context;

import java.nio.file.Path;

/** Windows of the program beside the one that asks. */
public interface OtherWindows {

    /** A program that has one window and opens no other. */
    OtherWindows NONE = new OtherWindows() {
        @Override
        public void open() {}

        @Override
        public boolean bringToFront(Path project) {
            return false;
        }
    };

    /** Opens a window without a project. */
    void open();

    /** Brings the window that has a project to the front, where there is one: two would save over each other. */
    boolean bringToFront(Path project);
}
