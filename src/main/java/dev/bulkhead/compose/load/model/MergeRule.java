package dev.bulkhead.compose.load.model;

import java.util.Map;

/**
 * Rule by which a field is merged, and the fields below it (compose-go {@code override/merge.go}).
 *
 * @param kind how the field itself is merged
 * @param fields rules of the fields below that differ from the default
 */
record MergeRule(Kind kind, Map<String, MergeRule> fields) {

    /** The ways to merge a field. */
    enum Kind {
        /** Mappings are united, lists appended, single values replaced. */
        DEFAULT,
        /** The later definition counts alone. */
        REPLACE,
        /** Mappings become {@code key=value} lists, lists are appended. */
        SEQUENCE,
        /** As {@link #SEQUENCE}, without what is there already. */
        NEW_ITEMS,
        /** Lists of names become mappings, mappings are united. */
        NAMES,
        /** As {@link #NAMES}, with the defaults of {@code depends_on}. */
        DEPENDENCIES,
        /** Address pools are merged by their subnet. */
        POOLS,
        /** A string is the build context. */
        BUILD,
        /** Options are united only for the same driver. */
        LOGGING
    }

    static final MergeRule PLAIN = new MergeRule(Kind.DEFAULT, Map.of());
    private static final MergeRule SEQUENCE = new MergeRule(Kind.SEQUENCE, Map.of());
    private static final MergeRule REPLACE = new MergeRule(Kind.REPLACE, Map.of());
    private static final MergeRule NEW_ITEMS = new MergeRule(Kind.NEW_ITEMS, Map.of());
    private static final MergeRule NAMES = new MergeRule(Kind.NAMES, Map.of());

    static final MergeRule SERVICE = new MergeRule(
            Kind.DEFAULT,
            Map.ofEntries(
                    Map.entry("annotations", SEQUENCE),
                    Map.entry(
                            "build",
                            new MergeRule(
                                    Kind.BUILD,
                                    Map.of(
                                            "args", SEQUENCE,
                                            "additional_contexts", SEQUENCE,
                                            "extra_hosts", NEW_ITEMS,
                                            "labels", SEQUENCE))),
                    Map.entry("command", REPLACE),
                    Map.entry("depends_on", new MergeRule(Kind.DEPENDENCIES, Map.of())),
                    Map.entry("deploy", new MergeRule(Kind.DEFAULT, Map.of("labels", SEQUENCE))),
                    Map.entry("dns", SEQUENCE),
                    Map.entry("dns_opt", SEQUENCE),
                    Map.entry("dns_search", SEQUENCE),
                    Map.entry("entrypoint", REPLACE),
                    Map.entry("env_file", SEQUENCE),
                    Map.entry("label_file", SEQUENCE),
                    Map.entry("environment", SEQUENCE),
                    Map.entry("extra_hosts", NEW_ITEMS),
                    Map.entry("healthcheck", new MergeRule(Kind.DEFAULT, Map.of("test", REPLACE))),
                    Map.entry("labels", SEQUENCE),
                    Map.entry("logging", new MergeRule(Kind.LOGGING, Map.of())),
                    Map.entry("models", NAMES),
                    Map.entry("networks", NAMES),
                    Map.entry("sysctls", SEQUENCE),
                    Map.entry("tmpfs", SEQUENCE),
                    Map.entry("ulimits", new MergeRule(Kind.DEFAULT, Map.of("*", REPLACE)))));

    static final MergeRule NETWORK = new MergeRule(
            Kind.DEFAULT,
            Map.of(
                    "labels",
                    SEQUENCE,
                    "ipam",
                    new MergeRule(Kind.DEFAULT, Map.of("config", new MergeRule(Kind.POOLS, Map.of())))));

    static final MergeRule VOLUME = new MergeRule(Kind.DEFAULT, Map.of("labels", SEQUENCE));

    /** Returns the rule of a field below. */
    MergeRule below(String name) {
        MergeRule rule = fields.get(name);
        if (rule == null) {
            rule = fields.get("*");
        }
        return rule == null ? PLAIN : rule;
    }
}
