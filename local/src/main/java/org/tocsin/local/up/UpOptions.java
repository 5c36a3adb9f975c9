package org.tocsin.local.up;

import java.nio.file.Path;
import org.tocsin.local.KafkaConfigOption;

/**
 * How the centre is started.
 *
 * @param city whether the simulated city feeds it
 * @param port of the desk; 0 for a free one
 * @param data folder to keep; null for a temporary one
 * @param bootstrap a broker that is already there; null for one of its own
 * @param kafkaConfig what is presented to that broker
 */
record UpOptions(
    boolean city, int port, Path data, String bootstrap, KafkaConfigOption kafkaConfig) {}
