package io.vexchange.store;

import io.vexchange.store.postgres.Credentials;
import java.nio.file.Path;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.Target;

/**
 * Makes jOOQ's classes from the migrations, over a real server: {@code mvn -pl store test-compile exec:java
 * -Dexec.classpathScope=test -Dexec.mainClass=io.vexchange.store.GenerateJooq}.
 */
public final class GenerateJooq {
    private GenerateJooq() {}

    /**
     * @param arguments the folder to write to; absent: where they are checked in
     * @throws Exception of the generator
     */
    public static void main(final String[] arguments) throws Exception {
        try (TestDatabase database = TestDatabase.create()) {
            generate(database, Path.of(arguments.length > 0 ? arguments[0] : "src/main/generated"));
        }
    }

    static void generate(final TestDatabase database, final Path to) throws Exception {
        final Credentials owner = database.settings().owner();
        GenerationTool.generate(new Configuration()
                .withLogging(Logging.WARN)
                .withJdbc(new Jdbc()
                        .withUrl(database.settings().url())
                        .withUser(owner.user())
                        .withPassword(owner.password()))
                .withGenerator(new Generator()
                        .withDatabase(new Database()
                                .withInputSchema(Migrations.SCHEMA)
                                .withExcludes("flyway_schema_history|executions_[0-9]+")
                                .withIncludeRoutines(false)
                                .withIncludeIndexes(false)
                                .withIncludeCheckConstraints(false)
                                .withForcedTypes(new ForcedType()
                                        .withName("INSTANT")
                                        .withIncludeTypes("(?i:timestamp with time zone)")))
                        .withGenerate(new Generate()
                                .withRecords(false)
                                .withImplicitJoinPathsToOne(false)
                                .withImplicitJoinPathsToMany(false)
                                .withImplicitJoinPathsAsKotlinProperties(false)
                                .withGeneratedAnnotation(false))
                        .withTarget(new Target()
                                .withPackageName("io.vexchange.store.jooq")
                                .withDirectory(to.toString()))));
    }
}
