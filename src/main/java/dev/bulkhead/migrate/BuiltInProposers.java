package dev.bulkhead.migrate;

import dev.bulkhead.migrate.iteration.Proposers;
import dev.bulkhead.migrate.iteration.auth.AuthProposers;
import dev.bulkhead.migrate.iteration.foundation.FoundationProposers;
import dev.bulkhead.migrate.iteration.hardening.HardeningProposers;
import dev.bulkhead.migrate.iteration.monitoring.MonitoringProposers;
import dev.bulkhead.migrate.iteration.ports.PortProposers;
import dev.bulkhead.migrate.iteration.retire.RetirementProposers;
import dev.bulkhead.migrate.iteration.secrets.SecretProposers;
import dev.bulkhead.migrate.iteration.tls.TlsProposers;

/** Proposers that come with Bulkhead: what the playbooks of any path may leave to be worked out. */
final class BuiltInProposers {

    static final Proposers ALL = FoundationProposers.all()
            .plus(PortProposers.all())
            .plus(AuthProposers.all())
            .plus(RetirementProposers.all())
            .plus(TlsProposers.all())
            .plus(MonitoringProposers.all())
            .plus(SecretProposers.all())
            .plus(HardeningProposers.all());

    private BuiltInProposers() {}
}
