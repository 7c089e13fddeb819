package dev.bulkhead.compose.load.value;

import dev.bulkhead.compose.load.value.Value.ScalarValue.Kind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Meaning of an unquoted scalar to Compose, whose parser reads YAML 1.2 with some of 1.1: octal {@code 017} and {@code
 * 1_000} are numbers, {@code yes} and {@code 22:22} are text (go-yaml v3 {@code resolve.go}).
 */
public final class PlainScalars {

    /** A type with the text that Compose makes of the value. */
    public record Resolved(Kind kind, String text) {}

    private static final Pattern FLOAT = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}"
            + "([Tt][0-9]{1,2}:[0-9]{1,2}:[0-9]{1,2}(\\.[0-9]+)?(Z|[-+][0-9]{2}:[0-9]{2})"
            + "| [0-9]{1,2}:[0-9]{1,2}:[0-9]{1,2}(\\.[0-9]+)?)?");
    private static final BigInteger MIN = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger MAX = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

    private PlainScalars() {}

    public static Resolved resolve(String text) {
        return switch (text) {
            case "", "~", "null", "Null", "NULL" -> new Resolved(Kind.NULL, "");
            case "true", "True", "TRUE" -> new Resolved(Kind.BOOLEAN, "true");
            case "false", "False", "FALSE" -> new Resolved(Kind.BOOLEAN, "false");
            case ".nan", ".NaN", ".NAN" -> new Resolved(Kind.FLOAT, "NaN");
            case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF" -> new Resolved(Kind.FLOAT, "+Inf");
            case "-.inf", "-.Inf", "-.INF" -> new Resolved(Kind.FLOAT, "-Inf");
            default -> number(text).orElseGet(() -> new Resolved(Kind.STRING, text));
        };
    }

    private static Optional<Resolved> number(String text) {
        char first = text.charAt(0);
        boolean candidate = (first >= '0' && first <= '9') || first == '-' || first == '+' || first == '.';
        if (!candidate || text.length() > 100) {
            return Optional.empty();
        }
        if (DATE.matcher(text).matches()) {
            return Optional.of(new Resolved(Kind.TIMESTAMP, text));
        }
        String plain = first == '.' ? text : text.replace("_", "");
        Optional<BigInteger> integer = integer(plain);
        if (integer.isPresent()) {
            return Optional.of(new Resolved(Kind.INTEGER, integer.get().toString()));
        }
        if (FLOAT.matcher(plain).matches()) {
            double value = Double.parseDouble(plain);
            return Double.isInfinite(value)
                    ? Optional.empty()
                    : Optional.of(new Resolved(Kind.FLOAT, GoFloats.format(value)));
        }
        return Optional.empty();
    }

    private static Optional<BigInteger> integer(String text) {
        boolean negative = text.startsWith("-");
        String digits = negative || text.startsWith("+") ? text.substring(1) : text;
        int radix = 10;
        if (digits.length() > 1 && digits.charAt(0) == '0') {
            int prefix = 2;
            switch (digits.charAt(1)) {
                case 'x', 'X' -> radix = 16;
                case 'b', 'B' -> radix = 2;
                case 'o', 'O' -> radix = 8;
                default -> {
                    radix = 8;
                    prefix = 1;
                }
            }
            digits = digits.substring(prefix);
        }
        if (!digitsOnly(digits, radix)) {
            return Optional.empty();
        }
        BigInteger value = new BigInteger(digits, radix);
        BigInteger signed = negative ? value.negate() : value;
        return signed.compareTo(MIN) >= 0 && signed.compareTo(MAX) <= 0 ? Optional.of(signed) : Optional.empty();
    }

    private static boolean digitsOnly(String digits, int radix) {
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if (c > 'f' || Character.digit(c, radix) < 0) {
                return false;
            }
        }
        return !digits.isEmpty();
    }

    /** Numbers as Compose prints them when it makes text of them (Go's {@code %v}). */
    private static final class GoFloats {

        private GoFloats() {}

        /** Returns the shortest text that reads back as the value, with an exponent from 1e+06 on and below 1e-04. */
        static String format(double value) {
            if (value == 0) {
                return 1 / value < 0 ? "-0" : "0";
            }
            BigDecimal decimal = new BigDecimal(Double.toString(value)).stripTrailingZeros();
            String digits = decimal.unscaledValue().abs().toString();
            int exponent = digits.length() - 1 - decimal.scale();
            if (exponent >= -4 && exponent < 6) {
                return decimal.toPlainString();
            }
            String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
            String sign = value < 0 ? "-" : "";
            int size = Math.abs(exponent);
            return sign + mantissa + "e" + (exponent < 0 ? "-" : "+") + (size < 10 ? "0" : "") + size;
        }
    }
}
