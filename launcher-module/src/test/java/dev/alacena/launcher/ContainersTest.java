package dev.alacena.launcher;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** What can be known of the containers without an engine. */
class ContainersTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path DOCKER = ROOT.resolve("docker");

    /** What the build makes and the images take. */
    private static final List<String> BUILT = List.of(
            "web-module/target/alacena.war",
            "launcher-module/target/servers/payara-micro.jar",
            "launcher-module/target/servers/wildfly");

    private static Map<String, Object> compose = Map.of();

    @BeforeAll
    static void read() throws IOException {
        compose = new Yaml().load(Files.readString(DOCKER.resolve("compose.yaml")));
    }

    @Test
    void onlyTheApplicationIsReachableAndOnlyOnLoopback() {
        assertThat(strings(service("application"), "ports"))
                .isNotEmpty()
                .allMatch(port -> port.startsWith("127.0.0.1:"));
        assertThat(service("cache")).doesNotContainKeys("ports", "network_mode");
        assertThat(service("database")).doesNotContainKeys("ports", "network_mode");
        assertThat(map(map(compose, "networks"), "back")).containsEntry("internal", true);
    }

    @Test
    void theApplicationWaitsUntilTheOthersAreHealthy() {
        Map<String, Object> waitsFor = map(service("application"), "depends_on");

        assertThat(waitsFor).containsOnlyKeys("cache", "database");
        for (String name : waitsFor.keySet()) {
            assertThat(map(waitsFor, name)).containsEntry("condition", "service_healthy");
            assertThat(map(service(name), "healthcheck")).containsKeys("test", "interval", "timeout", "retries");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"application", "cache", "database"})
    void everyContainerIsReadOnlyLimitedAndWithoutPrivileges(String name) {
        Map<String, Object> service = service(name);

        assertThat(service).containsEntry("read_only", true).containsEntry("cap_drop", List.of("ALL"));
        assertThat(strings(service, "security_opt")).containsExactly("no-new-privileges:true");
        assertThat(map(map(map(service, "deploy"), "resources"), "limits")).containsKeys("cpus", "memory", "pids");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cache", "database"})
    void everyForeignImageIsPinnedAndRunsWithoutRoot(String name) {
        assertThat(service(name).get("image")).asString().matches(".+:\\d+\\.\\d+(\\.\\d+)?-.+");
        assertThat(service(name).get("user")).asString().matches("[1-9]\\d*:[1-9]\\d*");
    }

    @Test
    void everySecretIsAFileThatIsNotInTheRepository() throws IOException {
        Map<String, Object> secrets = map(compose, "secrets");

        assertThat(secrets)
                .containsOnlyKeys(
                        "redis-password",
                        "database-password",
                        "login-private-key",
                        "login-public-keys",
                        "login-admin-password");
        assertThat(secrets.keySet())
                .allSatisfy(name -> assertThat(map(secrets, name)).containsEntry("file", "./secrets/" + name));
        assertThat(Files.readAllLines(ROOT.resolve(".gitignore"))).contains("docker/secrets/", "docker/.env");
    }

    @Test
    void everyMountedFileIsThere() {
        List<String> mounts = Stream.of("application", "cache", "database")
                .flatMap(name -> strings(service(name), "volumes").stream())
                .filter(mount -> mount.startsWith("./"))
                .toList();

        assertThat(mounts).isNotEmpty().allSatisfy(mount -> assertThat(
                        DOCKER.resolve(mount.substring(0, mount.indexOf(':'))))
                .isRegularFile());
    }

    @ParameterizedTest
    @ValueSource(strings = {"payara", "wildfly"})
    void everyImageIsMadeOfFilesThatExistAndRunsWithoutRoot(String server) throws IOException {
        List<String> lines = Files.readAllLines(DOCKER.resolve("Dockerfile." + server));
        List<String> kept = Files.readAllLines(DOCKER.resolve("Dockerfile." + server + ".dockerignore"));
        List<String> sources = lines.stream()
                .filter(line -> line.startsWith("COPY "))
                .map(line -> line.substring(5, line.lastIndexOf(' ')))
                .toList();

        assertThat(sources)
                .isNotEmpty()
                .allMatch(source -> BUILT.contains(source) || Files.isRegularFile(ROOT.resolve(source)))
                .allMatch(source -> kept.contains("!" + source));
        assertThat(lines).filteredOn(line -> line.startsWith("FROM ")).allMatch(line -> line.matches(".+:17\\.\\d.+"));
        assertThat(lines)
                .anyMatch(line -> line.startsWith("USER 10001"))
                .anyMatch(line -> line.startsWith("HEALTHCHECK"));
    }

    @Test
    void theExampleSettingsAreTheOnesThatAreRead() throws IOException {
        String text = Files.readString(DOCKER.resolve("compose.yaml"));

        assertThat(Files.readAllLines(DOCKER.resolve(".env.example")))
                .filteredOn(line -> line.contains("=") && !line.startsWith("#"))
                .isNotEmpty()
                .allMatch(line -> text.contains("${" + line.replace("=", ":-") + "}"));
    }

    private static Map<String, Object> service(String name) {
        return map(map(compose, "services"), name);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Map<String, Object> parent, String name) {
        return (Map<String, Object>) requireNonNull(parent.get(name), name);
    }

    @SuppressWarnings("unchecked")
    private static List<String> strings(Map<String, Object> parent, String name) {
        return (List<String>) parent.getOrDefault(name, List.of());
    }
}
