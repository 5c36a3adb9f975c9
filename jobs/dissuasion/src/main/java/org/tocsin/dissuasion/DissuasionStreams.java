package org.tocsin.dissuasion;

import org.apache.flink.streaming.api.datastream.DataStream;
import org.tocsin.core.cases.AdviceChange;
import org.tocsin.core.cases.CaseChange;
import org.tocsin.core.cases.Task;
import org.tocsin.core.cases.UnmatchedOutcome;

/**
 * What the dissuasion job makes.
 *
 * @param unmatched outcomes that changed no case, with the reason
 */
public record DissuasionStreams(
    DataStream<CaseChange> cases,
    DataStream<Task> tasks,
    DataStream<AdviceChange> advice,
    DataStream<UnmatchedOutcome> unmatched) {}
