package dev.bulkhead.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;
import java.util.List;
import java.util.Map;

/**
 * Rules of who may know whom, for a root package, so that the same rules hold for Bulkhead and are tried on deliberately bad
 * samples.
 *
 * @param root the root package
 */
record PackageRules(String root) {

    /** The only room that asks the machine for what is around a project; it knows the engine, its values do not. */
    private static final String ASKING = "surroundings.host";

    /** From the top floor to the bottom; a package may use those of floors below its own, never one above or beside. */
    private static final Map<String, List<String>> MAY_USE = Map.ofEntries(
            Map.entry("topology", List.of()),
            Map.entry("files", List.of()),
            Map.entry("address", List.of("topology")),
            Map.entry("catalogue", List.of("topology")),
            Map.entry("compose", List.of("topology", "files", "address", "catalogue")),
            Map.entry("layout", List.of("topology", "address", "catalogue")),
            Map.entry("proxy", List.of("topology", "files", "address", "catalogue", "compose")),
            Map.entry("scrape", List.of("topology", "files", "address", "catalogue", "compose")),
            Map.entry("reach", List.of("topology", "files", "address", "catalogue", "compose", "proxy")),
            Map.entry(
                    "surroundings",
                    List.of("topology", "files", "address", "catalogue", "compose", "proxy", "scrape", "reach")),
            Map.entry(
                    "check",
                    List.of(
                            "topology",
                            "files",
                            "address",
                            "catalogue",
                            "compose",
                            "proxy",
                            "scrape",
                            "reach",
                            "surroundings")),
            Map.entry("engine", List.of("topology", "files", "address", "catalogue", "compose", "proxy")),
            Map.entry(
                    ASKING,
                    List.of(
                            "topology",
                            "files",
                            "address",
                            "catalogue",
                            "compose",
                            "proxy",
                            "scrape",
                            "reach",
                            "surroundings",
                            "engine")),
            Map.entry(
                    "migrate",
                    List.of(
                            "topology",
                            "files",
                            "address",
                            "catalogue",
                            "compose",
                            "layout",
                            "proxy",
                            "scrape",
                            "reach",
                            "surroundings",
                            "check",
                            "engine",
                            ASKING)));

    private String in(String name) {
        return root + "." + name + (name.equals("surroundings") ? "" : "..");
    }

    /** Arrows point down only. */
    ArchRule dependenciesPointDown() {
        Architectures.LayeredArchitecture floors =
                Architectures.layeredArchitecture().consideringOnlyDependenciesInAnyPackage(root + "..");
        for (String name : MAY_USE.keySet()) {
            floors = floors.optionalLayer(name).definedBy(in(name));
        }
        floors = floors.optionalLayer("workspace")
                .definedBy(in("workspace"))
                .optionalLayer("cli")
                .definedBy(in("cli"))
                .optionalLayer("ui")
                .definedBy(in("ui"))
                .optionalLayer("app")
                .definedBy(in("app"));
        for (Map.Entry<String, List<String>> floor : MAY_USE.entrySet()) {
            Architectures.LayeredArchitecture.LayerDependencySpecification layer = floors.whereLayer(floor.getKey());
            floors = floor.getValue().isEmpty()
                    ? layer.mayNotAccessAnyLayer()
                    : layer.mayOnlyAccessLayers(floor.getValue().toArray(String[]::new));
        }
        String[] belowWorkspace = MAY_USE.keySet().toArray(String[]::new);
        return floors.whereLayer("app")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("ui")
                .mayOnlyBeAccessedByLayers("app")
                .whereLayer("cli")
                .mayOnlyBeAccessedByLayers("app")
                .whereLayer("workspace")
                .mayOnlyAccessLayers(belowWorkspace)
                .because("a lower package that knows a higher one cannot be used or tested without it");
    }

    /** What is around a project comes to those who decide as a value. */
    ArchRule machineIsAskedAboveTheEngine() {
        return noClasses()
                .that()
                .resideInAnyPackage(
                        in("topology"),
                        in("address"),
                        in("proxy"),
                        in("reach"),
                        in("check"),
                        in("compose"),
                        in("engine"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(in(ASKING))
                .because("whether the engine is on this machine is asked in one place, else its routes judge others");
    }

    /** No room needs another that needs it. */
    ArchRule roomsHaveNoCycles() {
        return slices().matching(root + ".(**)")
                .should()
                .beFreeOfCycles()
                .because("two packages that need each other are one package in two folders");
    }

    /** Only the user interface knows the toolkit. */
    ArchRule toolkitOnlyInUi() {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .resideOutsideOfPackages(in("ui"), in("app"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", "java.awt..", "javax.swing..", "org.graphstream.ui.fx_viewer..")
                .because("the command line and the tests run without a display");
    }

    /** Only one package speaks docker-java. */
    ArchRule dockerJavaOnlyInEngineDocker() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(in("engine.docker"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.github.dockerjava..")
                .because("another engine must be able to take Docker's place behind Engine");
    }

    /** YAML and JSON libraries stay where text is read or written. */
    ArchRule yamlOnlyWhereTextIsRead() {
        return noClasses()
                .that()
                .resideInAnyPackage(
                        in("topology"),
                        in("address"),
                        in("reach"),
                        in("check"),
                        in("layout"),
                        in("migrate.plan"),
                        in("ui"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.fasterxml.jackson..", "org.snakeyaml..", "org.yaml..")
                .because("what is decided or drawn does not depend on how it is spelled");
    }

    /** One room knows the library of text areas. */
    ArchRule richTextOnlyInItsRoom() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(in("ui.code"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.fxmisc..", "org.reactfx..")
                .because("reactfx is kept up by nobody, and another text area must be able to take its place");
    }

    /** View models can be tested without a scene. */
    ArchRule viewModelsKnowNoScene() {
        return noClasses()
                .that()
                .haveSimpleNameEndingWith("ViewModel")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx.scene..", "javafx.stage..")
                .because("what the window shows is decided where no window is needed");
    }
}
