# The Flink cluster with our jobs: JobManager, TaskManager, the keeper and the topics all run from it.
# Built from the root, after `mvn -DskipTests package`:
#   docker build -f docker/jobs.Dockerfile -t tocsin-jobs:0.1.0 .
FROM flink:2.2.1-java17

COPY --chown=flink:flink docker/flink/config.yaml /opt/flink/conf/config.yaml
COPY --chown=flink:flink docker/flink/keeper.sh /opt/tocsin/keeper.sh
COPY --chown=flink:flink jobs/detection/target/tocsin-detection.jar /opt/flink/usrlib/tocsin-detection.jar
COPY --chown=flink:flink jobs/dissuasion/target/tocsin-dissuasion.jar /opt/flink/usrlib/tocsin-dissuasion.jar
COPY --chown=flink:flink jobs/linking/target/tocsin-linking.jar /opt/flink/usrlib/tocsin-linking.jar
RUN mkdir -p /flink/checkpoints /flink/savepoints && chown -R flink:flink /flink /opt/tocsin

VOLUME /flink
