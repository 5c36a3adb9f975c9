package org.tocsin.console.standin;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import javax.net.ServerSocketFactory;
import org.jsmpp.PDUStringException;
import org.jsmpp.bean.DataCodings;
import org.jsmpp.bean.DeliveryReceipt;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GSMSpecificFeature;
import org.jsmpp.bean.MessageMode;
import org.jsmpp.bean.MessageType;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.session.connection.ServerConnection;
import org.jsmpp.session.connection.ServerConnectionFactory;
import org.jsmpp.session.connection.socket.ServerSocketConnection;
import org.jsmpp.util.DeliveryReceiptState;
import org.jsmpp.util.MessageId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.console.standin.StandInCarrier.Mood;

/** The SMPP side: accepts every bind, gives every message an id and sends its receipt. */
final class StandInCentre implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(StandInCentre.class);
  private static final int THROTTLED = 0x58;
  private static final int INVALID_DESTINATION = 0x0B;
  private static final long BIND_MILLIS = 5_000;
  private static final long RECEIPT_MILLIS = 50;
  private static final byte UCS2 = 8;

  /** What has been given to it. */
  interface Taken {
    void take(String id, String number, String text);
  }

  private final SMPPServerSessionListener listener;
  private final Supplier<Mood> mood;
  private final Taken taken;
  private final int port;
  private final Queue<SMPPServerSession> sessions = new ConcurrentLinkedQueue<>();
  private final AtomicLong ids = new AtomicLong(System.currentTimeMillis() * 1_000);
  private final ScheduledExecutorService receipts =
      Executors.newSingleThreadScheduledExecutor(StandInCentre::daemon);
  private volatile boolean ending;

  StandInCentre(int port, ServerSocketFactory sockets, Supplier<Mood> mood, Taken taken)
      throws IOException {
    this.mood = mood;
    this.taken = taken;
    ServerSocket socket = sockets.createServerSocket(port, 50, InetAddress.getByName("127.0.0.1"));
    this.port = socket.getLocalPort();
    this.listener = new SMPPServerSessionListener(this.port, new Loopback(socket));
    this.listener.setMessageReceiverListener(new StandInReceiver(this::accept));
  }

  /** The library's own would listen on every interface. */
  private record Loopback(ServerSocket socket) implements ServerConnectionFactory {
    @Override
    public ServerConnection listen(int port) {
      return new ServerSocketConnection(socket);
    }

    @Override
    public ServerConnection listen(int port, int timeout) throws IOException {
      socket.setSoTimeout(timeout);
      return listen(port);
    }

    @Override
    public ServerConnection listen(int port, int timeout, int backlog) throws IOException {
      return listen(port, timeout);
    }
  }

  int port() {
    return port;
  }

  void start() {
    daemon(this::serve).start();
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "stand-in-centre");
    thread.setDaemon(true);
    return thread;
  }

  private void serve() {
    while (!ending) {
      try {
        SMPPServerSession session = listener.accept();
        session.waitForBind(BIND_MILLIS).accept("stand-in");
        sessions.add(session);
      } catch (IOException | TimeoutException | PDUStringException | IllegalStateException e) {
        LOG.debug("No bind: {}", e.getMessage());
      }
    }
  }

  private SubmitSmResult accept(SubmitSm sms, SMPPServerSession session)
      throws ProcessRequestException {
    switch (mood.get()) {
      case AWAY -> throw new ProcessRequestException("busy", THROTTLED);
      case REFUSING -> throw new ProcessRequestException("nobody", INVALID_DESTINATION);
      default -> LOG.trace("Taken");
    }
    String id = Long.toString(ids.incrementAndGet());
    taken.take(id, sms.getDestAddress(), text(sms));
    if (mood.get() != Mood.SILENT) {
      boolean lost = mood.get() == Mood.LOSING;
      receipts.schedule(
          () -> receipt(session, sms, id, lost), RECEIPT_MILLIS, TimeUnit.MILLISECONDS);
    }
    try {
      return new SubmitSmResult(new MessageId(id), new OptionalParameter[0]);
    } catch (PDUStringException e) {
      throw new IllegalStateException("an id of digits", e);
    }
  }

  private static String text(SubmitSm sms) {
    Charset charset =
        sms.getDataCoding() == UCS2 ? StandardCharsets.UTF_16BE : StandardCharsets.US_ASCII;
    OptionalParameter.Message_payload payload =
        sms.getOptionalParameter(OptionalParameter.Message_payload.class);
    return new String(payload == null ? sms.getShortMessage() : payload.getValue(), charset);
  }

  private static void receipt(SMPPServerSession session, SubmitSm sms, String id, boolean lost) {
    DeliveryReceiptState state = lost ? DeliveryReceiptState.UNDELIV : DeliveryReceiptState.DELIVRD;
    Date now = new Date();
    try {
      session.deliverShortMessage(
          "",
          org.jsmpp.bean.TypeOfNumber.valueOf(sms.getDestAddrTon()),
          org.jsmpp.bean.NumberingPlanIndicator.valueOf(sms.getDestAddrNpi()),
          sms.getDestAddress(),
          org.jsmpp.bean.TypeOfNumber.valueOf(sms.getSourceAddrTon()),
          org.jsmpp.bean.NumberingPlanIndicator.valueOf(sms.getSourceAddrNpi()),
          sms.getSourceAddr(),
          new ESMClass(
              MessageMode.DEFAULT, MessageType.SMSC_DEL_RECEIPT, GSMSpecificFeature.DEFAULT),
          (byte) 0,
          (byte) 0,
          new RegisteredDelivery(0),
          DataCodings.ZERO,
          new DeliveryReceipt(id, 1, lost ? 0 : 1, now, now, state, lost ? "001" : "000", "")
              .toString()
              .getBytes(StandardCharsets.US_ASCII));
    } catch (Exception e) {
      LOG.debug("A receipt was not taken: {}", e.getMessage());
    }
  }

  @Override
  public void close() {
    ending = true;
    receipts.shutdownNow();
    try {
      listener.close();
    } catch (IOException e) {
      LOG.debug("The listener did not close: {}", e.getMessage());
    }
    sessions.forEach(SMPPServerSession::close);
  }
}
