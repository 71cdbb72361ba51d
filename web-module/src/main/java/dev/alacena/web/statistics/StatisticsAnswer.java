package dev.alacena.web.statistics;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.alacena.domain.task.TaskStatistics;
import dev.alacena.web.http.TellsOfCaches;

/** The statistics, and how they were come by. */
record StatisticsAnswer(@JsonUnwrapped TaskStatistics statistics, @JsonProperty("_cache") CacheAccount cache)
        implements TellsOfCaches {}
