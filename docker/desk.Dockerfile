# The desk. Built from the root, after `mvn -DskipTests package`:
#   docker build -f docker/desk.Dockerfile -t tocsin-desk:0.1.0 .
FROM eclipse-temurin:17-jre

RUN useradd --system --uid 10001 --no-create-home tocsin
COPY console/target/lib/ /opt/tocsin/lib/
COPY console/target/tocsin-console-*.jar /opt/tocsin/lib/

USER tocsin
EXPOSE 8080
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=70", "-cp", "/opt/tocsin/lib/*", "org.tocsin.console.ConsoleMain"]
