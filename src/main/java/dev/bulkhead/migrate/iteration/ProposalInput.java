package dev.bulkhead.migrate.iteration;

import dev.bulkhead.migrate.iteration.evidence.Evidence;
import dev.bulkhead.migrate.playbook.Playbook;

/**
 * Input of a proposer.
 *
 * @param playbook what it serves
 * @param project the project and what is around it
 * @param evidence what the project's files show of its services
 */
public record ProposalInput(Playbook playbook, IterationInput project, Evidence evidence) {

    /** Works out the evidence. */
    public ProposalInput(Playbook playbook, IterationInput project) {
        this(playbook, project, Evidence.of(project.topology(), project.catalogue(), project.settings()));
    }
}
