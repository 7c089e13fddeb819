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
    private static final Map<Function<HouseRules, ArchRule>, List<String>> RULES = rules();

    private JavaClasses house = new ClassFileImporter().importPackages();
    private JavaClasses badSamples = new ClassFileImporter().importPackages();

    private static Map<Function<HouseRules, ArchRule>, List<String>> rules() {
        return Map.ofEntries(
                Map.entry(HouseRules::dependenciesPointDown, List.of("KnowsTheShell")),
                Map.entry(HouseRules::machineIsAskedAboveTheEngine, List.of("LooksAtRoutes")),
                Map.entry(HouseRules::packagesHaveNoCycles, List.of("KnowsTheShell")),
                Map.entry(HouseRules::toolkitOnlyInUi, List.of("DrawsInTheModel")),
                Map.entry(HouseRules::dockerJavaOnlyInEngineDocker, List.of("CallsDocker")),
                Map.entry(HouseRules::yamlOnlyWhereTextIsRead, List.of("ReadsYaml")),
                Map.entry(HouseRules::richTextOnlyInItsRoom, List.of("TypesElsewhere")),
                Map.entry(
                        HouseRules::purePackagesTouchNothing,
                        List.of("LooksAtTheClock", "RollsDice", "AsksMathForChance")),
                Map.entry(HouseRules::threadsOnlyAtTheEdges, List.of("StartsAThread")),
                Map.entry(HouseRules::listenersTakeTheValue, List.of("HearsOnce")),
                Map.entry(HouseRules::viewModelsKnowNoScene, List.of("SceneViewModel")),
                Map.entry(HouseRules::noStaticMutableState, List.of("RemembersStatically")),
                Map.entry(HouseRules::noSingletons, List.of("Singleton")),
                Map.entry(HouseRules::onlyTheCommandLinePrints, List.of("Prints")),
                Map.entry(HouseRules::packagesAreNullMarked, List.of("unmarked")));
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
        HouseRules rules = new HouseRules("dev.bulkhead");
        return RULES.keySet().stream()
                .map(rule -> rule.apply(rules))
                .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(house)));
    }

    @TestFactory
    Stream<DynamicTest> everyRuleFailsOnItsBadSample() {
        HouseRules rules = new HouseRules(BAD_ROOT);
        return RULES.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream()
                        .map(sample -> DynamicTest.dynamicTest(
                                sample,
                                () -> assertThatThrownBy(() ->
                                                entry.getKey().apply(rules).check(badSamples))
                                        .isInstanceOf(AssertionError.class)
                                        .hasMessageContaining(sample))));
    }

    @Test
    void theImportSeesTheHouse() {
        List<String> names = house.stream().map(c -> c.getSimpleName()).toList();
        assertThat(names).contains("Topology", "Engine", "ComposeProject");
    }
}
