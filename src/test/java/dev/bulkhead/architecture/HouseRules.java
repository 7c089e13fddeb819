package dev.bulkhead.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.Architectures;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * The rules of the house for a root package, so that the same rules hold for Bulkhead and are tried on deliberately bad
 * samples.
 *
 * @param root the root package
 */
record HouseRules(String root) {

    /** The only room that asks the machine for what is around a project; it knows the engine, its values do not. */
    private static final String ASKING = "surroundings.host";

    /** Packages that decide and never touch the world. */
    private static final List<String> PURE = List.of(
            "topology",
            "address",
            "compose.yaml",
            "compose.load.value",
            "compose.patch",
            "layout",
            "proxy",
            "reach",
            "surroundings",
            "check",
            "engine.drift",
            "migrate.goal",
            "migrate.iteration.evidence",
            "migrate.iteration.foundation",
            "migrate.effect",
            "migrate.plan",
            "migrate.report");

    /** From the top floor to the bottom; a package may use those of floors below its own, never one above or beside. */
    private static final Map<String, List<String>> MAY_USE = Map.ofEntries(
            Map.entry("topology", List.of()),
            Map.entry("files", List.of()),
            Map.entry("address", List.of("topology")),
            Map.entry("catalogue", List.of("topology")),
            Map.entry("compose", List.of("topology", "files", "address", "catalogue")),
            Map.entry("layout", List.of("topology", "address", "catalogue")),
            Map.entry("proxy", List.of("topology", "files", "address", "catalogue", "compose")),
            Map.entry("reach", List.of("topology", "files", "address", "catalogue", "compose", "proxy")),
            Map.entry(
                    "surroundings", List.of("topology", "files", "address", "catalogue", "compose", "proxy", "reach")),
            Map.entry(
                    "check",
                    List.of("topology", "files", "address", "catalogue", "compose", "proxy", "reach", "surroundings")),
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

    /** No package needs another that needs it. */
    ArchRule packagesHaveNoCycles() {
        return slices().matching(root + ".(*)..")
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

    /** Pure packages have no input, output, clock, chance or threads. */
    ArchRule purePackagesTouchNothing() {
        return noClasses()
                .that()
                .resideInAnyPackage(PURE.stream().map(this::in).toArray(String[]::new))
                .should()
                .dependOnClassesThat(new DescribedPredicate<JavaClass>("reach out of the process or its thread") {
                    private final Set<String> names = Set.of(
                            "java.nio.file.Files",
                            "java.time.Clock",
                            "java.lang.Thread",
                            "java.lang.Process",
                            "java.lang.ProcessBuilder",
                            "java.util.concurrent.ThreadLocalRandom",
                            "java.util.concurrent.Executors",
                            "java.util.concurrent.ExecutorService",
                            "java.util.concurrent.ForkJoinPool");
                    private final Set<String> harmless =
                            Set.of("java.io.Serializable", "java.io.UncheckedIOException", "java.io.IOException");

                    @Override
                    public boolean test(JavaClass target) {
                        String name = target.getFullName();
                        boolean inputOutput = (name.startsWith("java.io.") && !harmless.contains(name))
                                || name.startsWith("java.net.")
                                || name.startsWith("java.nio.channels.");
                        return inputOutput || names.contains(name);
                    }
                })
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod("java.time.Instant", "now")
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                // With a seed it gives the same numbers always.
                .callConstructor(Random.class)
                .because("a plan that is data can be printed, compared and trusted");
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

    /** Threads are made in few places. */
    ArchRule threadsOnlyAtTheEdges() {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .resideOutsideOfPackages(
                        in("ui.fx"), in("app"), in("engine.docker"), in("engine.practice"), in("engine.cli"))
                .should()
                .callConstructor(Thread.class, Runnable.class)
                .orShould()
                .callConstructor(Thread.class, Runnable.class, String.class)
                .orShould()
                .callConstructor(Thread.class)
                .orShould()
                .callMethod("java.lang.Thread", "ofVirtual")
                .orShould()
                .callMethod("java.lang.Thread", "ofPlatform")
                .orShould()
                .callMethod("javafx.application.Platform", "runLater", "java.lang.Runnable")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.concurrent.Executors")
                .because("who may wait for whom stays visible when threads have few birthplaces");
    }

    /** Listeners take the value that changed. */
    ArchRule listenersTakeTheValue() {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .callMethodWhere(new DescribedPredicate<JavaMethodCall>("subscribe without taking the value") {
                    @Override
                    public boolean test(JavaMethodCall call) {
                        return call.getName().equals("subscribe")
                                && call.getTargetOwner().getPackageName().startsWith("javafx.")
                                && call.getTarget().getRawParameterTypes().stream()
                                        .map(JavaClass::getFullName)
                                        .toList()
                                        .equals(List.of("java.lang.Runnable"));
                    }
                })
                .because("a Runnable is called once and then only after somebody has read the value");
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

    /** Static fields are constants. */
    ArchRule noStaticMutableState() {
        return fields().that()
                .areDeclaredInClassesThat()
                .resideInAPackage(root + "..")
                .and()
                .areStatic()
                .and(new DescribedPredicate<JavaField>("are written by people") {
                    @Override
                    public boolean test(JavaField field) {
                        return !field.getName().contains("$")
                                && !field.getModifiers().contains(JavaModifier.SYNTHETIC);
                    }
                })
                .should()
                .beFinal()
                .because("a static variable is shared by every window and every test")
                .allowEmptyShould(true);
    }

    /** Classes are given what they need. */
    ArchRule noSingletons() {
        return methods()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage(root + "..")
                .and()
                .areStatic()
                .should(
                        new ArchCondition<com.tngtech.archunit.core.domain.JavaMethod>(
                                "not hand out a shared instance") {
                            @Override
                            public void check(
                                    com.tngtech.archunit.core.domain.JavaMethod method, ConditionEvents events) {
                                boolean locator = (method.getName().equals("getInstance")
                                                || method.getName().equals("instance"))
                                        && method.getRawReturnType().equals(method.getOwner());
                                if (locator) {
                                    events.add(SimpleConditionEvent.violated(
                                            method, method.getFullName() + " hands out a shared instance"));
                                }
                            }
                        })
                .because("what a class needs stands in its constructor, wired in app")
                .allowEmptyShould(true);
    }

    /** Only the command line prints. */
    ArchRule onlyTheCommandLinePrints() {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .resideOutsideOfPackages(in("cli"), in("app"))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .because("results belong on stdout and nothing else does");
    }

    /** Every package says what it is for and that nothing in it is null by accident. */
    ArchRule packagesAreNullMarked() {
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .should(new ArchCondition<JavaClass>("reside in a package marked @NullMarked") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        boolean marked = type.getPackage()
                                .tryGetPackageInfo()
                                .map(info -> info.isAnnotatedWith("org.jspecify.annotations.NullMarked"))
                                .orElse(false);
                        if (!marked) {
                            events.add(SimpleConditionEvent.violated(
                                    type, type.getPackageName() + " has no @NullMarked package-info"));
                        }
                    }
                })
                .because("NullAway checks marked packages only");
    }
}
