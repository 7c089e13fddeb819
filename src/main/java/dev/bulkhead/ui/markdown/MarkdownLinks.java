package dev.bulkhead.ui.markdown;

import java.util.Optional;
import javafx.scene.image.Image;

/** World around a text that is read: where its links lead, and its pictures. */
public interface MarkdownLinks {

    /** Of a text that stands for itself: links are words, pictures their descriptions, and nothing is copied. */
    MarkdownLinks NONE = new MarkdownLinks() {
        @Override
        public boolean lead() {
            return false;
        }

        @Override
        public void follow(String to) {
            // Nothing can be followed.
        }

        @Override
        public Optional<Image> picture(String at) {
            return Optional.empty();
        }

        @Override
        public void copy(String words) {
            // Nothing can be copied.
        }
    };

    /** Returns whether links can be followed and code be copied. */
    boolean lead();

    /** Goes where a link leads. */
    void follow(String to);

    /** Returns a picture. */
    Optional<Image> picture(String at);

    /** Copies words for use elsewhere. */
    void copy(String words);
}
