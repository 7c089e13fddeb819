package dev.bulkhead.layout;

import java.util.Locale;

/** The colour family of a zone: that of its tier where it has one, else one of six others. */
public enum Tint {
    DMZ("ingress"),
    FRONTEND("what people open"),
    BACKEND("interfaces and automation"),
    DATA("databases"),
    DOWNLOAD("downloads and VPN"),
    MGMT("metrics and logs"),
    SECURITY("sign-in and secrets"),
    OTHER_1(""),
    OTHER_2(""),
    OTHER_3(""),
    OTHER_4(""),
    OTHER_5(""),
    OTHER_6(""),
    /** Services that are on no network of the project. */
    OUTSIDE(""),
    /** A flat network that is to be retired. */
    LEGACY("legacy");

    private final String words;

    Tint(String words) {
        this.words = words;
    }

    /** Returns what belongs there, in a few words; empty where that is not known. */
    public String words() {
        return words;
    }

    /** Returns the style class of everything that is tinted by this tier. */
    public String styleClass() {
        return "bh-tier-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
