package dev.alacena.cache.wiring;

import java.net.URL;
import java.net.URLClassLoader;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;

/** An application with a class loader of its own, as a server deploys it, in Weld. */
final class Deployment implements AutoCloseable {
    private final War loader = new War();
    private final WeldContainer container;
    private final Deployed goods;

    /** Has the application's own classes, and all others from its parent. */
    private static final class War extends URLClassLoader {
        private War() {
            super(
                    new URL[] {Goods.class.getProtectionDomain().getCodeSource().getLocation()},
                    Goods.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith(Goods.class.getName())) {
                return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? findClass(name) : loaded;
        }
    }

    Deployment() throws ClassNotFoundException {
        Thread.currentThread().setContextClassLoader(loader);
        Class<?> bean = loader.loadClass(Goods.class.getName());
        container = new Weld()
                .skipShutdownHook()
                .setClassLoader(loader)
                .addBeanClasses(bean)
                .initialize();
        goods = (Deployed) container.select(bean).get();
        // a client proxy finds its bean at the first call
        goods.item(0);
    }

    ClassLoader loader() {
        return loader;
    }

    Deployed goods() {
        return goods;
    }

    /** With the configuration of the application, which servers let go too. */
    @Override
    public void close() {
        container.close();
        ConfigProviderResolver.instance().releaseConfig(ConfigProvider.getConfig(loader));
        Thread.currentThread().setContextClassLoader(Deployment.class.getClassLoader());
    }
}
