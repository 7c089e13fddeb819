package dev.bulkhead.layout;

import dev.bulkhead.catalogue.ImageTier;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Colour family of a zone: that of its tier where it has one, else one of six others. */
public enum Tint {
    DMZ(ImageTier.DMZ),
    FRONTEND(ImageTier.FRONTEND),
    BACKEND(ImageTier.BACKEND),
    DATA(ImageTier.DATA),
    DOWNLOAD(ImageTier.DOWNLOAD),
    MGMT(ImageTier.MGMT),
    SECURITY(ImageTier.SECURITY),
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

    private final Optional<ImageTier> tier;
    private final String words;

    Tint(ImageTier tier) {
        this.tier = Optional.of(tier);
        this.words = tier.purpose();
    }

    Tint(String words) {
        this.tier = Optional.empty();
        this.words = words;
    }

    /** Returns the colour family of a tier. */
    public static Tint of(ImageTier tier) {
        return Stream.of(values())
                .filter(tint -> tint.tier.equals(Optional.of(tier)))
                .findFirst()
                .orElse(OUTSIDE);
    }

    /** Returns what belongs there, in a few words; empty where that is not known. */
    public String words() {
        return words;
    }

    /** Returns the words that tell of it in the name of a network. */
    public List<String> networkWords() {
        return tier.map(ImageTier::networkWords).orElse(this == LEGACY ? List.of("legacy", "old") : List.of());
    }

    /** Returns the style class of everything that is tinted by this tier. */
    public String styleClass() {
        return "bh-tier-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
