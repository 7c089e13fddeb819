package dev.bulkhead.address;

import inet.ipaddr.AddressStringParameters.RangeParameters;
import inet.ipaddr.IPAddressStringParameters;

/** The syntax the engine accepts (Go's {@code netip}): no wildcards, masks, ranges, zones, short forms or padding. */
final class StrictSyntax {

    static final IPAddressStringParameters ADDRESS = options(false);
    static final IPAddressStringParameters CIDR = options(true);

    private StrictSyntax() {}

    /** Returns whether a text has what the library would forgive: blanks around it, a prefix length with zeros in front. */
    static boolean isSloppy(String text) {
        int slash = text.indexOf('/');
        boolean padded = slash >= 0 && text.startsWith("/0", slash) && text.length() > slash + 2;
        return padded || !text.equals(text.strip());
    }

    private static IPAddressStringParameters options(boolean prefix) {
        IPAddressStringParameters.Builder builder = new IPAddressStringParameters.Builder()
                .allowEmpty(false)
                .allowSingleSegment(false)
                .allowAll(false)
                .allowMask(false)
                .allowPrefixOnly(false)
                .allowPrefix(prefix)
                .allowWildcardedSeparator(false)
                .setRangeOptions(RangeParameters.NO_RANGE)
                .allow_inet_aton(false);
        builder.getIPv4AddressParametersBuilder().allowLeadingZeros(false).allowPrefixesBeyondAddressSize(false);
        builder.getIPv6AddressParametersBuilder()
                .allowZone(false)
                .allowBase85(false)
                .allowPrefixesBeyondAddressSize(false);
        return builder.toParams();
    }
}
