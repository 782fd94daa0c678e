package com.wechaterp.hub.callback;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The cipher of WeChat's message push in compatible and safe mode: AES-256-CBC, padded to 32 bytes,
 * around 16 random bytes, the length, the message and the AppID (消息推送).
 */
public final class MessageCipher {

  private static final int BLOCK = 32;
  private static final int RANDOM = 16;
  private static final int HEAD = RANDOM + Integer.BYTES;
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

  private final byte[] key;
  private final byte[] receiver;
  private final SecureRandom random = new SecureRandom();

  /** Thrown for a message that is meant for another AppID. */
  static final class OtherAppException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    OtherAppException() {
      super("The message is meant for another AppID");
    }
  }

  /**
   * Creates the cipher of one account.
   *
   * @param encodingAesKey the EncodingAESKey, 43 characters
   * @param appId the AppID every message must be meant for
   * @throws IllegalArgumentException if the key is none
   */
  public MessageCipher(String encodingAesKey, String appId) {
    this.key = Base64.getDecoder().decode(encodingAesKey + "=");
    this.receiver = appId.getBytes(StandardCharsets.UTF_8);
    if (key.length != BLOCK) {
      throw new IllegalArgumentException("An EncodingAESKey has 43 characters");
    }
  }

  /** Returns the message encrypted, in Base64. */
  public String encrypt(String message) {
    byte[] text = message.getBytes(StandardCharsets.UTF_8);
    int length = HEAD + text.length + receiver.length;
    int padding = BLOCK - length % BLOCK;
    ByteBuffer plain = ByteBuffer.allocate(length + padding);
    for (int i = 0; i < RANDOM; i++) {
      plain.put((byte) ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    plain.putInt(text.length).put(text).put(receiver);
    while (plain.hasRemaining()) {
      plain.put((byte) padding);
    }
    try {
      return Base64.getEncoder().encodeToString(cipher(Cipher.ENCRYPT_MODE).doFinal(plain.array()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Returns an encrypted message in clear.
   *
   * @throws IllegalArgumentException if it is damaged or meant for another AppID
   */
  public String decrypt(String encrypted) {
    byte[] plain;
    try {
      plain = cipher(Cipher.DECRYPT_MODE).doFinal(Base64.getDecoder().decode(encrypted));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("The message cannot be decrypted");
    }
    int padding = plain.length == 0 ? 0 : plain[plain.length - 1];
    int end = plain.length - padding;
    if (padding < 1 || padding > BLOCK || end < HEAD) {
      throw new IllegalArgumentException("The message is damaged");
    }
    int length = ByteBuffer.wrap(plain, RANDOM, Integer.BYTES).getInt();
    if (length < 0 || length > end - HEAD) {
      throw new IllegalArgumentException("The message is damaged");
    }
    byte[] meantFor = Arrays.copyOfRange(plain, HEAD + length, end);
    if (!MessageDigest.isEqual(meantFor, receiver)) {
      throw new OtherAppException();
    }
    return new String(plain, HEAD, length, StandardCharsets.UTF_8);
  }

  private Cipher cipher(int mode) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
    cipher.init(
        mode, new SecretKeySpec(key, "AES"), new IvParameterSpec(Arrays.copyOf(key, RANDOM)));
    return cipher;
  }
}
