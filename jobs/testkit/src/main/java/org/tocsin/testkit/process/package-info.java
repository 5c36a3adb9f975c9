/**
 * Real, separate processes from Maven artifacts alone: a Kafka broker, a Flink JobManager and
 * TaskManagers, and any main class of ours, laid out as {@code docker/} lays them out. They can be
 * killed, started again and asked for savepoints. All of them die with the JVM that started them.
 */
package org.tocsin.testkit.process;
