"""Receiving a file no larger than the office allows, without ever holding more than that."""

from django.conf import settings
from django.core.files.uploadhandler import FileUploadHandler, StopUpload
from django.http import HttpRequest


class LimitedUpload(FileUploadHandler):
    """Count the bytes as they come; past the limit the rest is read off and thrown away.

    It stands before Django's own handlers, which keep small files in memory and larger ones on
    disk. ``too_large`` tells the view why no file arrived.
    """

    def __init__(self, request: HttpRequest) -> None:
        super().__init__(request)
        self.received = 0
        self.too_large = False

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        """Pass a chunk on, or stop the upload."""
        self.received = start + len(raw_data)
        if self.received > settings.MAX_UPLOAD_BYTES:
            self.too_large = True
            raise StopUpload(connection_reset=False)
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """Leave the file to the handlers that follow."""
