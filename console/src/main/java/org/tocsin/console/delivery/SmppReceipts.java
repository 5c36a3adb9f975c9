package org.tocsin.console.delivery;

import java.nio.charset.StandardCharsets;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.DeliveryReceipt;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.util.DeliveryReceiptState;
import org.jsmpp.util.InvalidDeliveryReceiptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the message centre says later of what it accepted. Answers of persons are not read. */
final class SmppReceipts implements MessageReceiverListener {

  private static final Logger LOG = LoggerFactory.getLogger(SmppReceipts.class);

  /** Temporary application error: the message centre tries again later. */
  private static final int ASK_AGAIN = 0x64;

  /** data_sm is not served here: invalid command. */
  private static final int UNKNOWN_COMMAND = 0x03;

  private final String channel;
  private final Reports reports;

  SmppReceipts(String channel, Reports reports) {
    this.channel = channel;
    this.reports = reports;
  }

  @Override
  public void onAcceptDeliverSm(DeliverSm heard) throws ProcessRequestException {
    if (!heard.isSmscDeliveryReceipt()) {
      return;
    }
    try {
      DeliveryReceipt receipt = heard.getShortMessageAsDeliveryReceipt();
      tell(reference(heard, receipt), receipt.getFinalStatus());
    } catch (InvalidDeliveryReceiptException e) {
      LOG.warn("A receipt could not be read");
    } catch (RuntimeException e) {
      LOG.warn("A receipt could not be kept: {}", e.getClass().getSimpleName());
      throw new ProcessRequestException("not now", ASK_AGAIN, e);
    }
  }

  /** The parameter where there is one: in the text some message centres write another form. */
  private static String reference(DeliverSm heard, DeliveryReceipt receipt) {
    OptionalParameter.Receipted_message_id named =
        heard.getOptionalParameter(OptionalParameter.Receipted_message_id.class);
    if (named == null) {
      return receipt.getId();
    }
    String value = new String(named.getValue(), StandardCharsets.US_ASCII);
    int end = value.indexOf('\0');
    return end < 0 ? value : value.substring(0, end);
  }

  private void tell(String reference, DeliveryReceiptState state) {
    switch (state) {
      case DELIVRD -> reports.ofReference(channel, reference, "DELIVERED", null);
      case EXPIRED, DELETED, UNDELIV, REJECTD ->
          reports.ofReference(channel, reference, "FAILED", "SMPP_" + state);
      default -> LOG.debug("Still on its way");
    }
  }

  @Override
  public void onAcceptAlertNotification(AlertNotification alert) {
    LOG.debug("A phone can be reached again");
  }

  @Override
  public DataSmResult onAcceptDataSm(DataSm data, Session source) throws ProcessRequestException {
    throw new ProcessRequestException("data_sm is not served", UNKNOWN_COMMAND);
  }
}
