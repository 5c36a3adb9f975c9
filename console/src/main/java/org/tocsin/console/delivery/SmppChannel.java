package org.tocsin.console.delivery;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLSocketFactory;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.bean.DataCodings;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.SMPPSession;

/**
 * Sends SMS to a message centre over SMPP 3.4 and hears from its receipts what became of them. SMPP
 * knows no idempotency key: a try whose answer was lost is sent again, so that a person may see an
 * SMS twice, never none.
 */
public final class SmppChannel implements Channel {

  /** The message centre gives up by then, so that no receipt means no SMS. */
  static final Duration VALID = Duration.ofMinutes(10);

  /** Invalid length and invalid destination: nothing that time could change. */
  private static final Set<Integer> FOR_EVER = Set.of(0x01, 0x0B);

  private static final String VALIDITY = "0000000010" + "00" + "000R";
  private static final byte[] NONE = new byte[0];

  private final SmppLink link;
  private final SmppSettings settings;
  private final Directory directory;

  /**
   * @param reports hears of receipts, on threads of the link
   */
  public SmppChannel(SmppSettings settings, Directory directory, Reports reports) {
    this(settings, (SSLSocketFactory) SSLSocketFactory.getDefault(), directory, reports);
  }

  /**
   * @param trust makes the TLS layer where the settings ask for one
   */
  SmppChannel(SmppSettings settings, SSLSocketFactory trust, Directory directory, Reports reports) {
    this.settings = settings;
    this.directory = directory;
    this.link = new SmppLink(settings, trust, new SmppReceipts(name(), reports));
  }

  @Override
  public String name() {
    return "smpp";
  }

  @Override
  public Answer send(Message message) {
    Optional<String> number;
    try {
      number = directory.number(message.person());
    } catch (IOException e) {
      return new Answer.Later("NO_ANSWER_FROM_DIRECTORY");
    }
    if (number.isEmpty()) {
      return new Answer.Refused("NO_NUMBER");
    }
    try {
      return new Answer.Accepted(submit(link.session(), number.get(), message));
    } catch (NegativeResponseException e) {
      String problem = "SMPP_%02X".formatted(e.getCommandStatus());
      return FOR_EVER.contains(e.getCommandStatus())
          ? new Answer.Refused(problem)
          : new Answer.Later(problem);
    } catch (PDUException e) {
      return new Answer.Refused("SMPP_UNSENDABLE");
    } catch (ResponseTimeoutException | InvalidResponseException | IOException e) {
      return new Answer.Later("NO_ANSWER_FROM_CHANNEL");
    }
  }

  private String submit(SMPPSession session, String number, Message message)
      throws NegativeResponseException,
          PDUException,
          ResponseTimeoutException,
          InvalidResponseException,
          IOException {
    SmppText text = SmppText.of(message.text());
    boolean whole = text.fitsOneMessage();
    OptionalParameter reference =
        new OptionalParameter.User_message_reference((short) message.key().hashCode());
    OptionalParameter[] optional =
        whole
            ? new OptionalParameter[] {reference}
            : new OptionalParameter[] {
              reference, new OptionalParameter.Message_payload(text.octets())
            };
    return session
        .submitShortMessage(
            "",
            settings.senderIsNumber() ? TypeOfNumber.UNKNOWN : TypeOfNumber.ALPHANUMERIC,
            settings.senderIsNumber()
                ? NumberingPlanIndicator.ISDN
                : NumberingPlanIndicator.UNKNOWN,
            settings.sender(),
            TypeOfNumber.INTERNATIONAL,
            NumberingPlanIndicator.ISDN,
            number,
            new ESMClass(),
            (byte) 0,
            /* priorityFlag= */ (byte) 1,
            /* scheduleDeliveryTime= */ null,
            VALIDITY,
            new RegisteredDelivery(SMSCDeliveryReceipt.SUCCESS_FAILURE),
            (byte) 0,
            DataCodings.newInstance(text.dataCoding()),
            (byte) 0,
            whole ? text.octets() : NONE,
            optional)
        .getMessageId();
  }

  @Override
  public void close() {
    link.close();
  }
}
