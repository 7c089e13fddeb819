package dev.bulkhead.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Tier that an image usually belongs to: the one home of what it is called, in words and in the names of networks.
 *
 * <p>A playbook names tiers of its own, with a network each; those of these names are proposed for the images of this tier.
 */
public enum ImageTier {
    DMZ("ingress", "dmz edge ingress proxy public external"),
    FRONTEND("what people open", "frontend front web ui apps"),
    BACKEND("interfaces and automation", "backend back api application app services internal"),
    DOWNLOAD("downloads and VPN", "download downloads vpn torrent"),
    MGMT("metrics and logs", "mgmt management monitoring metrics infra infrastructure logging"),
    SECURITY("sign-in and secrets", "security auth identity secure"),
    DATA("databases", "data database databases db storage");

    private final String purpose;
    private final String networkWords;

    ImageTier(String purpose, String networkWords) {
        this.purpose = purpose;
        this.networkWords = networkWords;
    }

    /** Returns what belongs here, in a few words. */
    public String purpose() {
        return purpose;
    }

    /** Returns the words that tell of it in the name of a network. */
    public List<String> networkWords() {
        return List.of(networkWords.split(" ", -1));
    }

    /** Returns the lower-case name, as files and network names use it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the tier of a lower-case name, if it is one. */
    public static Optional<ImageTier> parse(String text) {
        for (ImageTier tier : values()) {
            if (tier.text().equals(text)) {
                return Optional.of(tier);
            }
        }
        return Optional.empty();
    }
}
