package dev.bulkhead.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Rules of what code may do, for a root package, so that the same rules hold for Bulkhead and are tried on deliberately bad
 * samples.
 *
 * @param root the root package
 */
record CodeRules(String root) {

    /** Packages that decide and never touch the world. */
    private static final List<String> PURE = List.of(
            "topology",
            "address",
            "compose.yaml",
            "compose.load.value",
            "compose.patch",
            "layout",
            "proxy",
            "scrape",
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

    private String in(String name) {
        return root + "." + name + (name.equals("surroundings") ? "" : "..");
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

    /** Threads are made in few places. */
    ArchRule threadsOnlyAtTheEdges() {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .resideOutsideOfPackages(
                        in("ui.fx"),
                        in("app"),
                        in("engine.docker"),
                        in("engine.practice"),
                        in("engine.cli"),
                        in("engine.hosts"),
                        in("migrate.execute"),
                        in("migrate.outside"))
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
