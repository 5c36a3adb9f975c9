package org.tocsin.console.delivery;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocketFactory;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.connection.ConnectionFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One transceiver session that is kept bound, also while there is nothing to send: receipts come
 * whenever they come.
 */
final class SmppLink implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SmppLink.class);
  private static final long BIND_MILLIS = 10_000;
  private static final int ENQUIRE_MILLIS = 30_000;
  private static final long ANSWER_MILLIS = 10_000;
  private static final long LOOK_SECONDS = 5;

  /** A message centre that just refused is not asked again at once by every waiting message. */
  private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final SmppSettings settings;
  private final ConnectionFactory connections;
  private final MessageReceiverListener receipts;
  private final CountDownLatch end = new CountDownLatch(1);
  private SMPPSession session;
  private long failedAt = System.nanoTime() - PAUSE_NANOS;

  /**
   * @param trust makes the TLS layer where the settings ask for one
   */
  SmppLink(SmppSettings settings, SSLSocketFactory trust, MessageReceiverListener receipts) {
    this.settings = settings;
    this.connections = settings.tls() ? new TlsSocket(trust) : PlainSocket::connection;
    this.receipts = receipts;
    Thread keeper = new Thread(this::keepBound, "smpp-link");
    keeper.setDaemon(true);
    keeper.start();
  }

  private void keepBound() {
    try {
      do {
        try {
          session();
        } catch (IOException e) {
          LOG.warn("{} is not reached: {}", settings, e.getMessage());
        }
      } while (!end.await(LOOK_SECONDS, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * The bound session; binds if there is none.
   *
   * @throws IOException when the message centre is not reached or refuses
   */
  synchronized SMPPSession session() throws IOException {
    if (session != null && session.getSessionState().isBound()) {
      return session;
    }
    if (end.getCount() == 0) {
      throw new IOException("the link is closed");
    }
    if (System.nanoTime() - failedAt < PAUSE_NANOS) {
      throw new IOException("not bound");
    }
    drop();
    SMPPSession fresh = new SMPPSession(connections);
    try {
      fresh.setMessageReceiverListener(receipts);
      fresh.setEnquireLinkTimer(ENQUIRE_MILLIS);
      fresh.setTransactionTimer(ANSWER_MILLIS);
      fresh.connectAndBind(settings.host(), settings.port(), bind(), BIND_MILLIS);
    } catch (IOException | RuntimeException e) {
      failedAt = System.nanoTime();
      fresh.close();
      throw e instanceof IOException io ? io : new IOException(e.getMessage(), e);
    }
    LOG.info("Bound to {}", settings);
    session = fresh;
    return session;
  }

  private BindParameter bind() {
    return new BindParameter(
        BindType.BIND_TRX,
        settings.systemId(),
        settings.password(),
        "",
        TypeOfNumber.UNKNOWN,
        NumberingPlanIndicator.UNKNOWN,
        null);
  }

  private void drop() {
    if (session != null) {
      session.close();
      session = null;
    }
  }

  @Override
  public void close() {
    end.countDown();
    SMPPSession last;
    synchronized (this) {
      last = session;
      session = null;
    }
    if (last != null) {
      last.unbindAndClose();
    }
  }
}
