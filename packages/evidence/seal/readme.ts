/** Goes into every bundle: how to check it without our program. The same steps, explained, are in docs/verify-by-hand.md. */
export const README = `本文件是一次检查的封存件（WACZ 1.1.1，可用 replayweb.page 打开）。
不用我们的软件也能核验，只需 unzip、sha256sum 和 openssl 3:

  unzip -q FILE.wacz -d bundle && cd bundle
  for k in ed25519 ecdsa-p256 sm2-sm3; do openssl pkey -pubin -in liangjian/keys/$k.pem -outform DER | sha256sum; done
      (与签名单位公布的指纹逐一比对；不一致即停止)
  openssl pkeyutl -verify -pubin -inkey liangjian/keys/ed25519.pem -rawin -in liangjian/statement.json -sigfile liangjian/signatures/ed25519.sig
  openssl pkeyutl -verify -pubin -inkey liangjian/keys/ecdsa-p256.pem -rawin -digest sha256 -in liangjian/statement.json -sigfile liangjian/signatures/ecdsa-p256.sig
  openssl pkeyutl -verify -pubin -inkey liangjian/keys/sm2-sm3.pem -rawin -digest sm3 -pkeyopt distid:1234567812345678 -in liangjian/statement.json -sigfile liangjian/signatures/sm2-sm3.sig
  grep -q "\\"sha256\\":\\"$(sha256sum < liangjian/SHA256SUMS | cut -c1-64)\\"" liangjian/statement.json && echo SUMS OK
  sha256sum -c --quiet liangjian/SHA256SUMS && echo FILES OK
  openssl ts -verify -data liangjian/seal.json -in liangjian/timestamps/seal.1.tsr -CAfile AUTHORITY.pem
      (未配置时间戳机构时没有 .tsr 文件；liangjian/timestamps.json 写明缺口)

This file is a sealed inspection (WACZ 1.1.1, opens in replayweb.page). The commands above check it without our program, with
unzip, sha256sum and openssl 3 only. Compare the key fingerprints with those the signer has published; stop if they differ.
Without a time-stamp authority there is no .tsr file and liangjian/timestamps.json states the gap.
`;
