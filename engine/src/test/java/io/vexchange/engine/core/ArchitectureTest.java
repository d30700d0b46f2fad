package io.vexchange.engine.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.vexchange.engine.Engine;
import org.junit.jupiter.api.Test;

/** The core knows nothing of the world, and its packages depend on each other in one direction only. */
final class ArchitectureTest {
    private static final String[] CORE = {
        "io.vexchange.engine",
        "io.vexchange.engine.model",
        "io.vexchange.engine.directory",
        "io.vexchange.engine.account",
        "io.vexchange.engine.book",
        "io.vexchange.engine.risk",
        "io.vexchange.engine.event",
        "io.vexchange.engine.matching",
        "io.vexchange.engine.phase",
        "io.vexchange.engine.command",
        "io.vexchange.engine.snapshot",
        "io.vexchange.engine.protocol"
    };

    /** The classes beside the engine, wherever they were built. */
    private static final JavaClasses IMPORTED = new ClassFileImporter()
            .importUrl(Engine.class.getProtectionDomain().getCodeSource().getLocation());

    @Test
    void shouldUseOnlyTheJdkAndAgrona() {
        final String[] allowed = java.util.Arrays.copyOf(CORE, CORE.length + 6);
        allowed[CORE.length] = "java.lang..";
        allowed[CORE.length + 1] = "java.util..";
        allowed[CORE.length + 2] = "java.math..";
        allowed[CORE.length + 3] = "org.agrona..";
        allowed[CORE.length + 4] = "java.nio..";
        allowed[CORE.length + 5] = "java.time..";
        classes()
                .that()
                .resideInAnyPackage(CORE)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed)
                .check(IMPORTED);
    }

    @Test
    void shouldReadNoClockNoChanceAndNoFile() {
        noClasses()
                .that()
                .resideInAnyPackage(CORE)
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .orShould()
                .callMethod(System.class, "getProperty", String.class)
                .orShould()
                .callMethod(System.class, "identityHashCode", Object.class)
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("java.io..", "java.nio.file..", "java.net..", "java.util.concurrent..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Random")
                .check(IMPORTED.that(com.tngtech.archunit.base.DescribedPredicate.describe(
                        "written by hand", each -> !each.getPackageName().endsWith(".protocol"))));
    }

    @Test
    void shouldNotIterateOverHashTables() {
        noClasses()
                .that()
                .resideInAnyPackage(CORE)
                .should()
                .callMethod(java.util.Map.class, "entrySet")
                .orShould()
                .callMethod(java.util.Map.class, "keySet")
                .orShould()
                .callMethod(java.util.Map.class, "values")
                .orShould()
                .callMethod(java.util.HashMap.class, "values")
                .check(IMPORTED);
    }

    @Test
    void shouldDependInOneDirection() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("directory")
                .definedBy("io.vexchange.engine.directory")
                .layer("account")
                .definedBy("io.vexchange.engine.account")
                .layer("book")
                .definedBy("io.vexchange.engine.book")
                .layer("risk")
                .definedBy("io.vexchange.engine.risk")
                .layer("event")
                .definedBy("io.vexchange.engine.event")
                .layer("matching")
                .definedBy("io.vexchange.engine.matching")
                .layer("phase")
                .definedBy("io.vexchange.engine.phase")
                .layer("command")
                .definedBy("io.vexchange.engine.command")
                .layer("snapshot")
                .definedBy("io.vexchange.engine.snapshot")
                .layer("facade")
                .definedBy("io.vexchange.engine")
                .whereLayer("directory")
                .mayNotAccessAnyLayer()
                .whereLayer("account")
                .mayOnlyAccessLayers("directory")
                .whereLayer("book")
                .mayOnlyAccessLayers("directory", "account")
                .whereLayer("risk")
                .mayOnlyAccessLayers("directory", "account", "book")
                .whereLayer("event")
                .mayOnlyAccessLayers("directory", "account", "book", "risk", "facade")
                .whereLayer("matching")
                .mayOnlyAccessLayers("directory", "account", "book", "risk", "event")
                .whereLayer("phase")
                .mayOnlyAccessLayers("directory", "account", "book", "risk", "event", "matching")
                .whereLayer("command")
                .mayOnlyAccessLayers("directory", "account", "book", "risk", "event", "matching", "phase", "facade")
                .whereLayer("snapshot")
                .mayOnlyAccessLayers(
                        "directory", "account", "book", "risk", "event", "matching", "phase", "command", "facade")
                .check(IMPORTED);
    }
}
