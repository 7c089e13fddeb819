package dev.bulkhead.compose.load.value;

import java.util.regex.Pattern;

/** Test whether a text is an IP address, without looking a name up. */
public final class IpText {

    private static final Pattern OCTET = Pattern.compile("0|[1-9][0-9]{0,2}");

    private IpText() {}

    /** Returns whether the text is an IPv4 or IPv6 address as Go's {@code net.ParseIP} reads it. */
    public static boolean isAddress(String text) {
        return text.contains(":") ? isIpv6(text) : isIpv4(text);
    }

    private static boolean isIpv4(String text) {
        String[] octets = text.split("\\.", -1);
        if (octets.length != 4) {
            return false;
        }
        for (String octet : octets) {
            if (!OCTET.matcher(octet).matches() || Integer.parseInt(octet) > 255) {
                return false;
            }
        }
        return true;
    }

    private static boolean isIpv6(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            return groups(text) == 8;
        }
        if (text.indexOf("::", gap + 1) >= 0) {
            return false;
        }
        int left = gap == 0 ? 0 : groups(text.substring(0, gap));
        String rest = text.substring(gap + 2);
        int right = rest.isEmpty() ? 0 : groups(rest);
        boolean ipv4Left = text.substring(0, gap).contains(".");
        return left >= 0 && right >= 0 && !ipv4Left && left + right < 8;
    }

    /** Returns how many 16-bit groups the text holds, an IPv4 tail counting two; -1 when it is malformed. */
    private static int groups(String text) {
        String[] parts = text.split(":", -1);
        int count = 0;
        for (int i = 0; i < parts.length; i++) {
            String part = parts[i];
            if (i == parts.length - 1 && part.contains(".")) {
                return isIpv4(part) ? count + 2 : -1;
            }
            boolean hex = !part.isEmpty()
                    && part.length() <= 4
                    && part.chars().allMatch(c -> c < 128 && Character.digit(c, 16) >= 0);
            if (!hex) {
                return -1;
            }
            count++;
        }
        return count;
    }
}
