package dev.bulkhead.ui.shell.context;

import dev.bulkhead.ui.canvas.model.MapViewModel;
import dev.bulkhead.ui.live.EngineViewModel;
import dev.bulkhead.ui.live.LiveSurroundings;
import dev.bulkhead.ui.model.Messages;
import dev.bulkhead.ui.model.NavigationViewModel;
import dev.bulkhead.ui.model.ProjectViewModel;
import dev.bulkhead.ui.shell.actions.Commands;
import dev.bulkhead.ui.shell.path.PathViewModel;

/**
 * Parts that everything in one session shares.
 *
 * @param project the open project
 * @param engine the engine
 * @param around what the engine and its host add to the project
 * @param map what the map and the tables show, and the selection
 * @param navigation where the operator looks
 * @param path the iterations
 * @param commands what can be asked for
 * @param messages tells the operator things
 */
public record ShellContext(
        ProjectViewModel project,
        EngineViewModel engine,
        LiveSurroundings around,
        MapViewModel map,
        NavigationViewModel navigation,
        PathViewModel path,
        Commands commands,
        Messages messages) {}
