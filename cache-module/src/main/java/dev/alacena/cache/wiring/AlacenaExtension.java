package dev.alacena.cache.wiring;

import dev.alacena.api.KeyGenerator;
import dev.alacena.cache.codec.JsonCodecs;
import dev.alacena.cache.config.Settings;
import dev.alacena.cache.config.UnknownSettings;
import dev.alacena.cache.plan.Limits;
import dev.alacena.cache.plan.Planner;
import dev.alacena.cache.plan.Plans;
import dev.alacena.cache.plan.Problems;
import dev.alacena.cache.plan.Spaces;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.DefinitionException;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessManagedBean;
import jakarta.enterprise.inject.spi.ProcessSessionBean;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.lang.System.Logger.Level;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/** Reads every bean at deployment, and refuses the deployment with all mistakes at once. */
public final class AlacenaExtension implements Extension {
    private static final System.Logger LOG = System.getLogger("dev.alacena.cache");

    private final List<Found> beans = new ArrayList<>();
    private Map<Class<? extends KeyGenerator>, String> generators = Map.of();

    private record Found(Class<?> type, List<Method> methods, boolean session) {}

    /**
     * What was found: how calls are answered, by which caches, under which settings.
     *
     * @param plans of all methods
     * @param spaces of all caches
     * @param settings of the library
     * @param limits of requests
     */
    record Blueprint(Plans plans, Spaces spaces, Settings settings, Limits limits) {}

    /** Receives session beans too; and interceptors, whose annotations say what they are bound to. */
    void collect(@Observes ProcessManagedBean<?> event) {
        List<Method> methods = event.getAnnotatedBeanClass().getMethods().stream()
                .map(AnnotatedMethod::getJavaMember)
                .toList();
        Class<?> type = event.getAnnotatedBeanClass().getJavaClass();
        if (!type.isAnnotationPresent(Interceptor.class)) {
            beans.add(new Found(type, methods, event instanceof ProcessSessionBean<?>));
        }
    }

    void plan(@Observes AfterBeanDiscovery event) {
        Problems problems = new Problems();
        Settings settings = new Settings(ConfigProvider.getConfig(), problems);
        Spaces spaces = new Spaces(new JsonCodecs(settings.general().maxValueBytes()), settings);
        Planner planner = new Planner(spaces, new KeyGenerators()::get, problems);
        beans.forEach(bean -> planner.add(bean.type(), bean.methods(), bean.session()));
        Plans plans = planner.plan();
        generators = planner.generators();
        Limits limits = new Limits(settings);
        beans.forEach(bean -> limits.add(bean.type(), bean.methods(), problems));
        limits.settle();
        if (!problems.found().isEmpty()) {
            event.addDefinitionError(new DefinitionException(problems.text()));
        }
        List<String> caches =
                spaces.all().stream().map(space -> space.policy().cache()).toList();
        UnknownSettings.in(ConfigProvider.getConfig(), caches)
                .forEach(
                        name -> LOG.log(Level.WARNING, "Setting {0} is read by nothing; caches are {1}", name, caches));
        Blueprint blueprint = new Blueprint(plans, spaces, settings, limits);
        event.addBean()
                .beanClass(Blueprint.class)
                .addType(Blueprint.class)
                .scope(Singleton.class)
                .produceWith(instance -> blueprint);
        beans.clear();
    }

    /** Only now are all beans known, those of producers too. */
    void checkGenerators(@Observes AfterDeploymentValidation event, BeanManager manager) {
        Problems problems = new Problems();
        generators.forEach((type, place) -> {
            if (!KeyGenerators.has(type, manager)) {
                problems.noGenerator(place, type);
            }
        });
        if (!problems.found().isEmpty()) {
            event.addDeploymentProblem(new DeploymentException(problems.text()));
        }
    }
}
