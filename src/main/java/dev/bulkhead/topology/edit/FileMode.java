package dev.bulkhead.topology.edit;

import java.util.regex.Pattern;

/**
 * Mode of a file, as on POSIX systems: who may read, write and run it.
 *
 * @param octal three octal digits, for instance {@code 600}
 */
public record FileMode(String octal) {

    private static final Pattern DIGITS = Pattern.compile("[0-7]{3}");

    /** Readable and writable by its owner alone, as a file with secrets has to be. */
    public static final FileMode OWNER_ONLY = new FileMode("600");

    public FileMode {
        if (!DIGITS.matcher(octal).matches()) {
            throw new IllegalArgumentException("A file mode is three octal digits, for instance 600.");
        }
    }

    /** Returns the mode in the form that Java's file systems read, for instance {@code rw-------}. */
    public String symbolic() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            int digit = octal.charAt(i) - '0';
            text.append((digit & 4) != 0 ? 'r' : '-')
                    .append((digit & 2) != 0 ? 'w' : '-')
                    .append((digit & 1) != 0 ? 'x' : '-');
        }
        return text.toString();
    }

    /** Returns the mode that a file system writes in symbolic form. */
    public static FileMode ofSymbolic(String symbolic) {
        StringBuilder octal = new StringBuilder();
        for (int i = 0; i < 9; i += 3) {
            int digit = (symbolic.charAt(i) == '-' ? 0 : 4)
                    + (symbolic.charAt(i + 1) == '-' ? 0 : 2)
                    + (symbolic.charAt(i + 2) == '-' ? 0 : 1);
            octal.append(digit);
        }
        return new FileMode(octal.toString());
    }
}
