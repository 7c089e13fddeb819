package dev.bulkhead.ui.model;

import dev.bulkhead.check.CheckInput;
import dev.bulkhead.check.Finding;
import dev.bulkhead.check.run.Checks;
import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.ui.fx.InlineTasks;
import dev.bulkhead.workspace.TopologyDocument;
import dev.bulkhead.workspace.WorkingCopy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A small project, open in a view model without a toolkit: background tasks run at once. */
public final class OpenProject {

    /** Two services on one network, and a database on another. */
    public static final String TEXT = """
            services:
              web:
                image: nginx
                networks: [front]
              app:
                image: ghcr.io/acme/app
                networks: [front, back]
              db:
                image: postgres
                networks: [back]
            networks:
              front:
                ipam:
                  config:
                    - subnet: 10.20.0.0/24
              back: {}
            """;

    private final List<String> told = new ArrayList<>();
    private final ProjectViewModel model;

    /** Writes the project into a folder and opens it. */
    public OpenProject(Path folder) throws Exception {
        Files.writeString(folder.resolve("compose.yaml"), TEXT);
        model = new ProjectViewModel(new InlineTasks(), OpenProject::check, messages());
        model.show(TopologyDocument.open(ComposeRequest.of(folder), new DiskFileTree()));
    }

    /** Returns the view model. */
    public ProjectViewModel model() {
        return model;
    }

    /** Returns what the operator was told. */
    public List<String> told() {
        return told;
    }

    /** Returns messages that are kept. */
    public Messages messages() {
        return new Messages() {
            @Override
            public void done(String sentence) {
                told.add("done: " + sentence);
            }

            @Override
            public void refused(String sentence) {
                told.add("refused: " + sentence);
            }

            @Override
            public void failed(String sentence) {
                told.add("failed: " + sentence);
            }
        };
    }

    private static List<Finding> check(WorkingCopy copy) {
        return Checks.run(CheckInput.of(copy.project()).withRulesFrom(copy::rules));
    }
}
