package dev.alacena.cache.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.alacena.cache.engine.Cupboard;
import dev.alacena.cache.plan.Spaces;
import jakarta.enterprise.inject.Instance;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import org.junit.jupiter.api.Test;

/** A server without MicroProfile Metrics. */
class AbsenceTest {
    /** Has the library, but not the API. */
    private static final class Server extends ClassLoader {
        private Server() {
            super(AbsenceTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("org.eclipse.microprofile.metrics")) {
                throw new ClassNotFoundException(name);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                if (loaded != null) {
                    return loaded;
                }
                return name.startsWith("dev.alacena.cache.metrics.") ? define(name) : super.loadClass(name, resolve);
            }
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }

    private final Server server = new Server();

    private Class<?> publisher() throws ClassNotFoundException {
        return server.loadClass(Publisher.class.getName());
    }

    @Test
    void theApiIsNotThere() {
        assertThatThrownBy(() ->
                        server.loadClass(MicroProfileBridge.class.getName()).getDeclaredMethods())
                .isInstanceOf(NoClassDefFoundError.class);
    }

    @Test
    void theBeanCanBeReadAsAContainerDoes() throws Exception {
        assertThat(publisher().getDeclaredMethods()).isNotEmpty();
        assertThat(publisher().getDeclaredFields()).isNotEmpty();
        assertThat(publisher().getDeclaredConstructors()).hasSize(1);
    }

    @Test
    void theBeanStartsAndStops() throws Exception {
        Constructor<?> constructor = publisher().getConstructor(Cupboard.class, Spaces.class, Instance.class);
        constructor.setAccessible(true);
        Object bean = constructor.newInstance(null, null, null);
        Method start = publisher().getDeclaredMethod("start", Object.class);
        start.setAccessible(true);
        start.invoke(bean, new Object());
        Method stop = publisher().getDeclaredMethod("stop");
        stop.setAccessible(true);
        stop.invoke(bean);
    }
}
