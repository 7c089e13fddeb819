package dev.bulkhead.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** The house keeps its rules, and each rule is able to fail. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HouseRulesTest {

    private static final String BAD_ROOT = "dev.bulkhead.architecture.bad";

    /** Each rule with pieces of the names of the sample classes that break it. */
    private static final Map<Function<String, ArchRule>, List<String>> RULES = rules();

    private JavaClasses house = new ClassFileImporter().importPackages();
    private JavaClasses badSamples = new ClassFileImporter().importPackages();

    private static Map<Function<String, ArchRule>, List<String>> rules() {
        return Map.ofEntries(
                Map.entry(root -> new PackageRules(root).dependenciesPointDown(), List.of("KnowsTheShell")),
                Map.entry(root -> new PackageRules(root).machineIsAskedAboveTheEngine(), List.of("LooksAtRoutes")),
                Map.entry(
                        root -> new PackageRules(root).roomsHaveNoCycles(),
                        List.of("KnowsTheShell", "NeedsItsInnerRoom")),
                Map.entry(root -> new PackageRules(root).toolkitOnlyInUi(), List.of("DrawsInTheModel")),
                Map.entry(root -> new PackageRules(root).dockerJavaOnlyInEngineDocker(), List.of("CallsDocker")),
                Map.entry(root -> new PackageRules(root).yamlOnlyWhereTextIsRead(), List.of("ReadsYaml")),
                Map.entry(root -> new PackageRules(root).richTextOnlyInItsRoom(), List.of("TypesElsewhere")),
                Map.entry(
                        root -> new CodeRules(root).purePackagesTouchNothing(),
                        List.of("LooksAtTheClock", "RollsDice", "AsksMathForChance")),
                Map.entry(root -> new CodeRules(root).threadsOnlyAtTheEdges(), List.of("StartsAThread")),
                Map.entry(root -> new CodeRules(root).listenersTakeTheValue(), List.of("HearsOnce")),
                Map.entry(root -> new PackageRules(root).viewModelsKnowNoScene(), List.of("SceneViewModel")),
                Map.entry(root -> new CodeRules(root).noStaticMutableState(), List.of("RemembersStatically")),
                Map.entry(root -> new CodeRules(root).noSingletons(), List.of("Singleton")),
                Map.entry(root -> new CodeRules(root).onlyTheCommandLinePrints(), List.of("Prints")),
                Map.entry(root -> new CodeRules(root).packagesAreNullMarked(), List.of("unmarked")));
    }

    @BeforeAll
    void importClasses() {
        house = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.bulkhead");
        badSamples = new ClassFileImporter().importPackages(BAD_ROOT);
    }

    @TestFactory
    Stream<DynamicTest> theHouseKeepsEveryRule() {
        return RULES.keySet().stream()
                .map(rule -> rule.apply("dev.bulkhead"))
                .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(house)));
    }

    @TestFactory
    Stream<DynamicTest> everyRuleFailsOnItsBadSample() {
        return RULES.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream()
                        .map(sample -> DynamicTest.dynamicTest(
                                sample,
                                () -> assertThatThrownBy(() ->
                                                entry.getKey().apply(BAD_ROOT).check(badSamples))
                                        .isInstanceOf(AssertionError.class)
                                        .hasMessageContaining(sample))));
    }

    @Test
    void theImportSeesTheHouse() {
        List<String> names = house.stream().map(c -> c.getSimpleName()).toList();
        assertThat(names).contains("Topology", "Engine", "ComposeProject");
    }
}
