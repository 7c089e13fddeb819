package dev.bulkhead.ui.words;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Words of the window in the language of the operator. A language is a file {@code words_xx.properties} beside the English
 * one; what it does not say is said in English.
 */
public final class Words {

    private static final String BUNDLE = "dev.bulkhead.ui.words.words";

    private Words() {}

    /** Returns a sentence or a title by its key, with values in its places {@code {0}}, {@code {1}} and so on. */
    public static String of(String key, Object... values) {
        return of(Locale.getDefault(), key, values);
    }

    static String of(Locale language, String key, Object... values) {
        String text = ResourceBundle.getBundle(
                        BUNDLE,
                        language,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                .getString(key);
        return values.length == 0 ? text : new MessageFormat(text, language).format(values);
    }
}
