package dev.bulkhead.ui.wizard;

import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.migrate.watch.GuardStarter;
import dev.bulkhead.ui.fx.BackgroundTasks;
import dev.bulkhead.ui.fx.UiExecutor;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Services that a wizard needs of the window around it.
 *
 * @param tasks runs what blocks
 * @param ui brings events back
 * @param clock tells the time
 * @param zone the zone times are shown in
 * @param present the services' present states, by key
 * @param filesChanged called after files on disk may have changed
 * @param guards starts guards of changes that wait to be confirmed
 */
public record WizardContext(
        BackgroundTasks tasks,
        UiExecutor ui,
        InstantSource clock,
        ZoneId zone,
        Supplier<Map<String, ObservedContainer.Status>> present,
        Runnable filesChanged,
        GuardStarter guards) {}
