package dev.bulkhead.ui.words;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * Words of the window in the language of the operator. A language is a file {@code words_xx.properties} beside the English
 * one; what it does not say is said in English.
 */
public final class Words {

    private static final String BUNDLE = "dev.bulkhead.ui.words.words";

    /** The language of the start. What is drawn asks for words in every frame, and to look the bundle up takes longer than they do. */
    private static final Locale LANGUAGE = Locale.getDefault();

    private static final ResourceBundle WORDS = bundle(LANGUAGE);

    private Words() {}

    /** Returns a sentence or a title by its key, with values as they are in its places {@code {0}}, {@code {1}} and so on. */
    public static String of(String key, @Nullable Object... values) {
        return of(WORDS, LANGUAGE, key, values);
    }

    /** Returns a number with its noun, for instance "1 file" and "3 files", by the key {@code count.} and the noun. */
    public static String count(String noun, long number) {
        return new MessageFormat(WORDS.getString("count." + noun), LANGUAGE)
                .format(new Object[] {number, Long.toString(number)});
    }

    static String of(Locale language, String key, @Nullable Object... values) {
        return of(bundle(language), language, key, values);
    }

    private static String of(ResourceBundle words, Locale language, String key, @Nullable Object... values) {
        String text = words.getString(key);
        if (values.length == 0) {
            return text;
        }
        // As text: a number of a port or a year has no marks between its thousands.
        Object[] written = Arrays.stream(values).map(String::valueOf).toArray();
        return new MessageFormat(text, language).format(written);
    }

    private static ResourceBundle bundle(Locale language) {
        return ResourceBundle.getBundle(
                BUNDLE,
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
