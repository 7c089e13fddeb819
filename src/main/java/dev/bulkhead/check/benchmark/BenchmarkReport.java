package dev.bulkhead.check.benchmark;

import dev.bulkhead.check.CheckInput;
import dev.bulkhead.compose.ResolvedProject;
import dev.bulkhead.topology.OneLine;
import dev.bulkhead.topology.SecretValues;
import java.util.List;

/**
 * Report on a project by one benchmark.
 *
 * @param benchmark the benchmark
 * @param services how many services were looked at
 * @param answers an answer to each of its items, in their order
 */
public record BenchmarkReport(Benchmark benchmark, int services, List<Answer> answers) {

    private static final int FEW = 3;

    public BenchmarkReport {
        answers = List.copyOf(answers);
    }

    /**
     * Looks at a project. All of its services are looked at, those of profiles that are not active and those without a container
     * as well: as in the findings, a fault is one before the day on which it is started.
     *
     * @param resolved all that its files say
     * @param input the same project, with what the operator demands and what is known of images
     */
    public static BenchmarkReport of(Benchmark benchmark, ResolvedProject resolved, CheckInput input) {
        StatedProject look = StatedProject.at(resolved, input);
        SecretValues secrets = resolved.project().secrets();
        return new BenchmarkReport(
                benchmark,
                look.services().size(),
                benchmark.items().stream()
                        .map(item -> answer(item, item.ruling().of(look), secrets))
                        .toList());
    }

    private static Answer answer(BenchmarkItem item, ItemAnswer told, SecretValues secrets) {
        List<Breach> breaches = told.breaches().stream()
                .map(breach -> new Breach(
                        breach.service(), breach.at(), OneLine.of(secrets.mask(breach.stands())), breach.right()))
                .toList();
        return new Answer(item.number(), item.title(), breaches, told.open());
    }

    /** Returns who an open question is about, in words; all of many services in three. */
    public String about(Open open) {
        boolean all = open.services().size() == services && services > FEW;
        return all ? "all " + services + " services" : String.join(", ", open.services());
    }

    /** Returns the answers of one outcome. */
    public List<Answer> answers(Answer.Outcome outcome) {
        return answers.stream().filter(answer -> answer.outcome() == outcome).toList();
    }

    /** Returns whether all holds that the files can tell of. */
    public boolean holds() {
        return answers(Answer.Outcome.BROKEN).isEmpty();
    }
}
