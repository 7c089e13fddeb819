package dev.bulkhead.migrate.iteration.foundation;

import dev.bulkhead.migrate.playbook.Question;
import dev.bulkhead.migrate.playbook.Question.Choice;
import dev.bulkhead.migrate.playbook.Question.Line;
import dev.bulkhead.migrate.playbook.Question.LineKind;
import dev.bulkhead.migrate.playbook.Question.Option;
import dev.bulkhead.migrate.playbook.Tier;
import dev.bulkhead.migrate.playbook.TierProposal;
import java.util.List;

/** The questions of iteration 1. */
final class FoundationQuestions {

    static final String TIERS = "tiers";
    static final String NETWORKS = "networks";
    static final String EXTERNAL = "external";
    static final String MANAGED = "managed";
    static final String APPLY = "apply";
    static final String RECREATE = "recreate";
    static final String LIVE = "live";
    static final String SUBNET_BASE = "subnet-base";
    static final String FILE = "file";

    private FoundationQuestions() {}

    static List<Question> of(List<Tier> tiers, List<TierProposal> proposals, String subnetBase) {
        return List.of(
                new Question.Tiers(
                        TIERS,
                        "Which tiers does each service stand in?",
                        "Services of one tier share a network. The first tier is the service's home; it stays on its"
                                + " present network as well.",
                        tiers,
                        proposals),
                new Line(
                        SUBNET_BASE,
                        "Which address range do the new networks share?",
                        "Each network gets a /24 of it. The proposal is clear of the engine's networks and the host's"
                                + " routes.",
                        LineKind.CIDR,
                        subnetBase),
                new Choice(
                        NETWORKS,
                        "Who manages the new networks?",
                        "Where both Compose and somebody else manage a network, Compose refuses to start.",
                        List.of(
                                new Option(
                                        MANAGED,
                                        "Docker Compose",
                                        "They are created beforehand with Compose's own labels, so that Compose takes them"
                                                + " over; docker compose down removes them."),
                                new Option(
                                        EXTERNAL,
                                        "Somebody else: external in the files",
                                        "Compose only finds them. The files state what they are like all the same, and a"
                                                + " script creates them elsewhere.")),
                        MANAGED),
                new Choice(
                        APPLY,
                        "How do services join?",
                        "After either, the files state every membership. The plan says whose default route moves, which"
                                + " interrupts it for a moment; engines from 28 on keep it where it is.",
                        List.of(
                                new Option(
                                        RECREATE,
                                        "Recreate, a few at a time",
                                        "Each service is away for a few seconds; containers are what the files say."),
                                new Option(
                                        LIVE,
                                        "Attach while running",
                                        "Nearly no interruption; the next docker compose up recreates the services all"
                                                + " the same.")),
                        LIVE),
                new Line(
                        FILE,
                        "Which file declares the networks?",
                        "A new file is included by the main one.",
                        LineKind.FILE_NAME,
                        "networks.yml"));
    }
}
